namespace Graph.Cli.Tests.Transcripts;

/// <summary>History, help, and scripts from files and pipes.</summary>
public sealed class ScriptingTests
{
    private static readonly Transcript Transcript = new("ScriptingTests.txt");

    public static TheoryData<string> Names => Transcript.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void ASessionGoesAsWritten(string name) => Transcript.Play(name);
}
