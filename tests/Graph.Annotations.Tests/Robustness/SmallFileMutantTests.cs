using System.Text;
using Xunit.Sdk;

namespace Graph.Annotations.Tests;

/// <summary>The small files of the tests of formats, damaged: none may end a load, nor meet what should not be possible.</summary>
public sealed class SmallFileMutantTests
{
    private const int MutantsPerFile = 8;
    private const int MutantsPerFileOfSample = 2;
    private const string Samples = "samples/";
    private const string Impossible = "GR6199";

    public static TheoryData<string> Tables =>
        new() { "xml", "json", "sgml", "mae", "ace", "ere", "tables", "texts", "samples/json", "samples/losses", "samples/standoff",
            "samples/tables", "samples/tagged", "samples/xml" };

    [Theory]
    [MemberData(nameof(Tables))]
    public void NoMutantMeetsWhatShouldNotBePossible(string table)
    {
        var failures = new List<string>();
        var isOfSamples = table.StartsWith(Samples, StringComparison.Ordinal);
        foreach (var (number, files) in ListFiles(table).Index())
        {
            using var folder = new TemporaryFolder(files);
            foreach (var (name, text) in files)
                failures.AddRange(
                    Check(folder, name, text, isOfSamples ? number : 0, isOfSamples ? MutantsPerFileOfSample : MutantsPerFile));
        }

        Assert.Empty(failures);
    }

    private static List<string> Check(TemporaryFolder folder, string name, string text, int first, int count)
    {
        var failures = new List<string>();
        var path = Path.Combine(folder.FullPath, name);
        var original = Encoding.UTF8.GetBytes(text);
        for (var seed = first; seed < first + count; seed++)
        {
            File.WriteAllBytes(path, new Mutator(seed).Mutate(original, seed % Mutator.KindCount));
            LoadResult result;
            try
            {
                result = folder.Load();
            }
            catch (Exception exception)
            {
                throw new XunitException($"Mutant {seed} of {text} crashes: {exception}");
            }

            if (result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == Impossible) is { } failure)
                failures.Add($"Mutant {seed} of {name}: {failure.Message}");
        }

        File.WriteAllBytes(path, original);
        return failures;
    }

    private static IEnumerable<(string Name, string Text)[]> ListFiles(string table) => table switch
    {
        _ when table.StartsWith(Samples, StringComparison.Ordinal) => SampleTests.List(table[Samples.Length..])
            .Select(sample => sample.Files.Select(file => (file.Name, file.Content)).ToArray()),
        "xml" => XmlFormatTests.Files.Select(row => new[] { ((string)row[1], (string)row[2]) }),
        "json" => JsonShapeTests.Shapes.Select(row => new[] { ("a.jsonl", (string)row[1]) }),
        "sgml" => SgmlFormatTests.Files.Select(row => new[] { ((string)row[1], (string)row[2]) }),
        "mae" => MaeFormatTests.Files.Select(row => new[] { ("a.xml", (string)row[1]) }),
        "ace" => AceFormatTests.Years.Select(row => new[] { ("a.sgm", (string)row[1]), ("a.apf.xml", (string)row[2]) }),
        "ere" => EreFormatTests.Files.Select(row => new[] { ("a.xml", (string)row[1]), ("a.rich_ere.xml", (string)row[2]) }),
        "tables" => RecordTableTests.Tables.Select(row => new[] { ((string)row[1], (string)row[2]) }),
        _ => TextFileTests.Files.Select(row => new[] { ((string)row[1], (string)row[2]), ("a.txt", "Mira left Oslo.\nBo won.\n") }),
    };
}
