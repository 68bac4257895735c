namespace Graph.Cli.Tests.Transcripts;

/// <summary>How results look: limits, widths, terminals, a window that changes, other scripts.</summary>
public sealed class ShowingTests
{
    private static readonly Transcript Transcript = new("ShowingTests.txt");

    public static TheoryData<string> Names => Transcript.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void ASessionGoesAsWritten(string name) => Transcript.Play(name);
}
