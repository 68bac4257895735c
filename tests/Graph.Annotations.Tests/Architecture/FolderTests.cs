using System.Text.RegularExpressions;
using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>The folders of the project use each other in one direction; the table is its architecture.</summary>
public sealed class FolderTests
{
    private static readonly string[] Formats = ["Native", "Brat", "Naf", "Tei", "Uima", "Json", "Conll", "TimeMl", "Cat", "Gate", "CoreNlp", "Folia", "Mmax", "Nif", "Bioc", "Ace", "Sgml", "Mae", "Linking", "Graf", "SemEval", "I2b2", "FactRuEval", "WebNlg", "Page", "Alto", "LitBank", "Bsnlp", "RothYih", "Ppi", "SpanTables", "Knowtator", "Mpqa", "Ade", "SentenceTriples", "Ancora", "TacLabels", "Ccl", "Tcf", "Cnec", "TokenTables", "BookNlp", "Refi", "Transcriber", "Vertical", "Parc", "Catma", "RuCor", "TempEval", "Glozz", "Anafora", "FrameNet", "Salsa", "LtXml", "Alpino", "Amr", "Knp", "SpanLines", "RelationLines", "CodedSegments", "Cec", "Muc"];

    /// <summary>What a folder may use, the lowest first; a file at the top stands for itself.</summary>
    private static readonly (string Folder, string[] Uses)[] Architecture =
    [
        ("Reading", []),
        ("Sentences", []),
        ("Model", ["Reading"]),
        ("Metadata", ["Reading", "Model"]),
        ("Corpus", ["Reading", "Model"]),
        ("Finding", ["Reading", "Metadata", "Corpus"]),
        ("IAnnotationFormat.cs", ["Reading", "Model", "Finding"]),
        ("Standoff", ["Reading", "Model", "Metadata", "Corpus"]),
        .. Formats.Select(
            format => (format, new[] { "Reading", "Model", "Metadata", "Corpus", "Finding", "Sentences", "Standoff", "IAnnotationFormat.cs" })),
        ("AnnotationFormats.cs", [.. Formats, "IAnnotationFormat.cs"]),
        ("Identity", ["Reading", "Model", "Metadata", "Corpus"]),
        ("Mapping", ["Reading", "Model", "Corpus", "Sentences", "Identity"]),
        ("Tables", ["Reading", "Model", "Corpus", "Finding", "Sentences", "Mapping"]),
        ("Loading", ["Reading", "Model", "Metadata", "Corpus", "Finding", "IAnnotationFormat.cs", "Identity", "Mapping", "Tables"]),
        ("CorpusDraft.cs", ["Reading", "Corpus", "Finding", "Tables", "Json", "Loading"]),
        ("CorpusExplanation.cs", ["Reading", "Model", "Finding", "Loading", "AnnotationFormats.cs"]),
        ("GraphLoader.cs", ["Reading", "Finding", "Loading", "AnnotationFormats.cs", "Identity", "Mapping", "Tables"]),
        ("TypedGraphLoader.cs", ["Mapping", "Loading", "GraphLoader.cs"]),
    ];

    [Fact]
    public void FoldersUseOnlyWhatStandsBelowThem()
    {
        var files = ReadFiles();
        var homes = FindHomes(files);
        var violations = files
            .SelectMany(file => Regex.Matches(file.Text, @"\b[A-Z]\w+\b").Select(word => (file.Folder, Word: word.Value)).Distinct())
            .Where(use => homes.TryGetValue(use.Word, out var home) && home != use.Folder && !MayUse(use.Folder, home))
            .Select(use => $"{use.Folder} uses {homes[use.Word]} by {use.Word}")
            .Distinct();

        Assert.Empty(violations);
    }

    [Fact]
    public void TheTableHasEveryFolder() =>
        Assert.Equal(
            ReadFiles().Select(file => file.Folder).Distinct().Where(folder => folder != "GlobalUsings.cs").Order(),
            Architecture.Select(row => row.Folder).Order());

    [Fact]
    public void TheTableHasNoCycle()
    {
        var places = Architecture.Select((row, index) => (row.Folder, index)).ToDictionary(pair => pair.Folder, pair => pair.index);

        Assert.All(
            Architecture, row => Assert.All(row.Uses, used => Assert.True(places[used] < places[row.Folder], $"{row.Folder} -> {used}")));
    }

    private static bool MayUse(string folder, string home) =>
        Architecture.First(row => row.Folder == folder).Uses.Contains(home);

    private static List<(string Folder, string Text)> ReadFiles()
    {
        var root = Repository.GetPath("src", "Graph.Annotations");
        return [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar))
            .Where(parts => parts[0] is not ("bin" or "obj"))
            .Select(parts => (parts[0], StripText(File.ReadAllText(Path.Combine([root, .. parts])))))];
    }

    /// <summary>Where each type is declared; a name that two folders declare says nothing.</summary>
    private static Dictionary<string, string> FindHomes(IEnumerable<(string Folder, string Text)> files) => files
        .SelectMany(file => Regex.Matches(
            file.Text, @"^\s*(?:\w+ )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)
            .Select(match => (Type: match.Groups[1].Value, file.Folder)))
        .Distinct()
        .GroupBy(pair => pair.Type)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single().Folder);

    private static string StripText(string source) =>
        Regex.Replace(source, @"^using [^\n]*|//[^\n]*|""(?:\\.|[^""\\\n])*""", "", RegexOptions.Multiline);
}
