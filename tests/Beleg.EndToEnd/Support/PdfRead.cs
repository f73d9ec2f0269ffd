using System.Diagnostics;
using System.Globalization;

namespace Beleg.EndToEnd.Support;

/// <summary>A PDF read back with poppler; what needs it is counted as skipped where it is missing.</summary>
internal static class PdfRead
{
    /// <summary>Its text in reading order.</summary>
    public static async Task<string> TextAsync(byte[] pdf) => await RunAsync("pdftotext", pdf, "-raw", "-");

    /// <summary>What it says of itself.</summary>
    public static async Task<string> InfoAsync(byte[] pdf) => await RunAsync("pdfinfo", pdf);

    /// <summary>A text without spaces and marks that only steer its layout: lines break where they will.</summary>
    public static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static async Task<string> RunAsync(string program, byte[] pdf, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo(program, more is [var option, .. var rest] ? [option, file, .. rest] : [file]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not here (Debian: poppler-utils).");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
