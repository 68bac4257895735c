namespace Graph.Cli.Tests.Transcripts;

/// <summary>Readers that go away, full disks and closed outputs.</summary>
public sealed class LostOutputTests
{
    private static readonly Transcript Transcript = new("LostOutputTests.txt");

    public static TheoryData<string> Names => Transcript.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void ASessionGoesAsWritten(string name) => Transcript.Play(name);
}
