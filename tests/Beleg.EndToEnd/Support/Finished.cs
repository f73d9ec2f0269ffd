namespace Beleg.EndToEnd.Support;

/// <summary>What a command printed, and its exit code.</summary>
internal sealed record Finished(int Code, string Out, string Error)
{
    /// <summary>The standard output of a command that went well.</summary>
    public string Ok()
    {
        Code.ShouldBe(0, $"stdout: {Out}\nstderr: {Error}");
        return Out;
    }
}
