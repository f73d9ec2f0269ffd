using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Beleg.Benchmarks.Support;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks;

/// <summary>How long a Proof Pack takes as a PDF and how large it is: drafts of one month after the other over HTTP, so that each is computed and printed.</summary>
internal static class PrintBench
{
    private static readonly string[] months = ["2026-09", "2026-08", "2026-07", "2026-06", "2026-05"];

    /// <summary>Measures at a running server that was asked for nothing yet.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync(ServerProcess server, string workspace, string key, string size)
    {
        List<double> seconds = [], kilobytes = [];
        var note = "computed and printed by Chromium, a month each; nothing of it known before";
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var month in months)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri($"/api/{workspace}/reports/proof-pack/{month}.pdf", UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                note = "there is no Chromium here";
                break;
            }

            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"The proof of {month} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            var pdf = await answer.Content.ReadAsByteArrayAsync();
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            kilobytes.Add(pdf.Length / 1024d);
        }

        return
        [
            new Figure($"Proof Pack as PDF, {size}, s", seconds, [], "≤ 3", note),
            new Figure("the same, KB", kilobytes, [], "≤ 500"),
        ];
    }
}
