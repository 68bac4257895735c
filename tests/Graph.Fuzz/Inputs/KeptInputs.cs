using System.Text;

namespace Graph.Fuzz.Inputs;

/// <summary>
/// The inputs that are kept with the tests: <c>Corpus/ENTRY/INPUT/FILES</c>. What was found and mended stands among them.
/// </summary>
internal static class KeptInputs
{
    private static readonly string Root = Repository.GetPath("tests", "Graph.Fuzz", "Corpus");

    public static ImmutableArray<string> ListEntries() =>
        [.. Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>None where nothing is kept for an entry.</summary>
    public static ImmutableArray<FuzzInput> Read(string entry)
    {
        var folder = Path.Combine(Root, entry);
        return Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(ReadFolder)]
            : [];
    }

    public static FuzzInput ReadFolder(string folder) => new([
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new FuzzFile(Path.GetRelativePath(folder, path), File.ReadAllBytes(path)))
    ]);

    /// <summary>The statements of the case files of another test project: one a line, headings behind <c>//</c>.</summary>
    public static IEnumerable<FuzzInput> ReadStatements(string name, params ReadOnlySpan<string> path) =>
        from line in File.ReadLines(Repository.GetPath(path))
        where line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)
        select FuzzInput.Of(name, Encoding.UTF8.GetBytes(line.Split(" ⇶ ")[0]));
}
