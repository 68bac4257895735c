namespace Graph.Cli.Tests.Transcripts;

/// <summary>What people ask: why, entities, articles, the way between two, facts over time.</summary>
public sealed class AskingTests
{
    private static readonly Transcript Transcript = new("AskingTests.txt");

    public static TheoryData<string> Names => Transcript.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void ASessionGoesAsWritten(string name) => Transcript.Play(name);
}
