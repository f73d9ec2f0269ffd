using System.Buffers;
using System.IO.Pipelines;

namespace Beleg.App.Api;

/// <summary>A request's body in memory from the shared pool. Dispose gives the memory back: nobody may hold the bytes after it.</summary>
internal readonly struct RequestBody : IDisposable
{
    /// <summary>4 MiB: Meta sends batches of up to 3 MB.</summary>
    public const int MaxBytes = Journal.NewDelivery.MaxBodyBytes;

    private readonly byte[]? rented;

    private RequestBody(byte[] rented, int length)
    {
        this.rented = rented;
        Bytes = rented.AsMemory(0, length);
    }

    private RequestBody(Problem problem) => Problem = problem;

    /// <summary>The bytes, where there is no problem.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Too large or too slow.</summary>
    public Problem? Problem { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Reads the whole body. A body that came with its headers, as nearly all do, costs no timer.</summary>
    public static ValueTask<RequestBody> ReadAsync(HttpContext http, TimeSpan within)
    {
        var reader = http.Request.BodyReader;
        while (http.Request.ContentLength is not > MaxBytes && reader.TryRead(out var read))
        {
            if (read.IsCompleted && read.Buffer.Length <= MaxBytes)
                return new ValueTask<RequestBody>(Take(reader, read.Buffer));
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        return ReadSlowlyAsync(http, reader, within);
    }

    private static async ValueTask<RequestBody> ReadSlowlyAsync(HttpContext http, PipeReader reader, TimeSpan within)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        timer.CancelAfter(within);
        var tooLarge = http.Request.ContentLength > MaxBytes;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(timer.Token);
                tooLarge |= read.Buffer.Length > MaxBytes;
                if (read.IsCompleted && !tooLarge)
                    return Take(reader, read.Buffer);
                // What is too large is read to its end and dropped: answered in the middle of it, or with a read left open,
                // the connection would be closed under a sender that already sends its next request.
                reader.AdvanceTo(tooLarge ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
                if (read.IsCompleted)
                    return new RequestBody(Problem.TooLarge);
            }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            // Whatever still trickles in is of no use; the connection would only wait for it.
            http.Response.Headers.Connection = "close";
            return new RequestBody(Problem.TooSlow);
        }
        catch (BadHttpRequestException refused)
        {
            return new RequestBody(refused.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => Problem.TooLarge,
                StatusCodes.Status408RequestTimeout => Problem.TooSlow,
                _ => Problem.BadRequest("The body ended before its end."),
            });
        }
    }

    private static RequestBody Take(PipeReader reader, in ReadOnlySequence<byte> buffer)
    {
        var length = (int)buffer.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, length));
        buffer.CopyTo(bytes);
        reader.AdvanceTo(buffer.End);
        return new RequestBody(bytes, length);
    }
}
