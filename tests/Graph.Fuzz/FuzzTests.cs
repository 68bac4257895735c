using Graph.Fuzz.Entries;
using Graph.Fuzz.Running;

namespace Graph.Fuzz;

/// <summary>A few inputs for each parser and reader: those that are kept, and the first that are made of them.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 160;

    public static TheoryData<string> Entries => [.. FuzzEntries.Names];

    [Theory]
    [MemberData(nameof(Entries))]
    public void NothingBreaks(string name)
    {
        var work = Directory.CreateTempSubdirectory("graph-fuzz-").FullName;
        using var watchdog = new Watchdog(
            TimeSpan.FromSeconds(60), (entry, seed, _) => Environment.FailFast($"Input {seed} of {entry} takes longer than a minute."));
        var run = new FuzzRun(FuzzEntries.Create(name, work), watchdog);

        for (var seed = 0; seed < run.Entry.Corpus.Length + (Inputs / run.Entry.Cost); seed++)
        {
            var finding = run.Try(seed);
            Assert.True(finding is null, $"Input {seed} of {name}: {finding?.What}");
        }

        Directory.Delete(work, recursive: true);
    }
}
