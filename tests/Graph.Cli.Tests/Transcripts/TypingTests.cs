namespace Graph.Cli.Tests.Transcripts;

/// <summary>Completion, hints, parameters, saving, editors, and surroundings that are unusual.</summary>
public sealed class TypingTests
{
    private static readonly Transcript Transcript = new("TypingTests.txt");

    public static TheoryData<string> Names => Transcript.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void ASessionGoesAsWritten(string name) => Transcript.Play(name);
}
