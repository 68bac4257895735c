namespace Graph.Cli.Tests.Transcripts;

/// <summary>Ctrl-C and time limits, whatever is going on.</summary>
public sealed class StoppingTests
{
    private static readonly Transcript Transcript = new("StoppingTests.txt");

    public static TheoryData<string> Names => Transcript.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void ASessionGoesAsWritten(string name) => Transcript.Play(name);
}
