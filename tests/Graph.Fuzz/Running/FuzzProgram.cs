using System.Diagnostics;
using System.Globalization;
using Graph.Fuzz.Entries;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Running;

/// <summary>
/// Long runs, an entry after the other. What is found is written to <c>artifacts/fuzz/ENTRY/SEED</c> and told once for each kind.
/// </summary>
internal static class FuzzProgram
{
    private const int MostOfAKind = 3;
    private static readonly TimeSpan LongestInput = TimeSpan.FromSeconds(8);
    private static readonly string Usage =
        $"""
        usage: Graph.Fuzz ENTRY|all [--seconds N] [--inputs N] [--seed S]
        entries: {string.Join(' ', FuzzEntries.Names)}
        """;

    public static int Run(string[] arguments)
    {
        if (arguments is not [var name, .. var rest] || (name != "all" && !FuzzEntries.Names.Contains(name)) || rest.Length % 2 != 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var options = rest.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        var seconds = options.GetValueOrDefault("--seconds", 60);
        var inputs = options.GetValueOrDefault("--inputs", int.MaxValue);
        var found = 0;
        foreach (var entry in name == "all" ? [.. FuzzEntries.Names] : new[] { name })
            found += Run(entry, TimeSpan.FromSeconds(seconds), inputs, options.GetValueOrDefault("--seed"));
        return found == 0 ? 0 : 1;
    }

    private static int Run(string name, TimeSpan time, int inputs, int seed)
    {
        var work = Directory.CreateTempSubdirectory("graph-fuzz-").FullName;
        using var watchdog = new Watchdog(LongestInput, (entry, number, input) =>
        {
            Console.WriteLine(
                $"---- {entry} {number}: takes longer than {LongestInput.TotalSeconds} s of processor time; saved in {Save(entry, number, input)}");
            Environment.Exit(3);
        });
        var run = new FuzzRun(FuzzEntries.Create(name, work), watchdog);
        using var mark = new CurrentMark(name);
        var kinds = new Dictionary<string, int>();
        var started = Stopwatch.GetTimestamp();
        var tried = 0;
        for (; tried < inputs && Stopwatch.GetElapsedTime(started) < time; tried++)
        {
            var number = tried < run.Entry.Corpus.Length ? tried : seed + tried;
            mark.Write(number);
            if (run.Try(number) is { } finding && (kinds[finding.Kind] = kinds.GetValueOrDefault(finding.Kind) + 1) <= MostOfAKind)
                Console.WriteLine($"---- {name} {number}, saved in {Save(name, number, run.Make(number))}\n{finding.What}");
        }

        Directory.Delete(work, recursive: true);
        Console.WriteLine($"{name}: {tried} inputs, {kinds.Values.Sum()} findings of {kinds.Count} kinds");
        return kinds.Count;
    }

    private static string Save(string entry, int seed, FuzzInput input)
    {
        var folder = Repository.GetPath("artifacts", "fuzz", entry, seed.ToString(CultureInfo.InvariantCulture));
        input.WriteTo(folder);
        return folder;
    }

    /// <summary>
    /// The number of the input in work, in a file that is there only while the process lives or after it died of the input.
    /// </summary>
    private sealed class CurrentMark : IDisposable
    {
        private readonly string path;
        private readonly FileStream stream;

        public CurrentMark(string entry)
        {
            path = Repository.GetPath("artifacts", "fuzz", $"{entry}.current");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (File.Exists(path))
                Console.WriteLine($"---- an earlier run of {entry} died at input {File.ReadAllText(path).Trim()}");
            stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }

        public void Write(int seed)
        {
            stream.Position = 0;
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed,12}\n")));
        }

        public void Dispose()
        {
            stream.Dispose();
            File.Delete(path);
        }
    }
}
