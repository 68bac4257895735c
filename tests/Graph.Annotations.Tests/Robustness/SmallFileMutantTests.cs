using System.Text;
using Xunit.Sdk;

namespace Graph.Annotations.Tests;

/// <summary>The small files of the tests of formats, damaged: none may end a load, nor meet what should not be possible.</summary>
public sealed class SmallFileMutantTests
{
    private const int MutantsPerFile = 8;
    private const string Impossible = "GR6199";

    public static TheoryData<string> Tables => new() { "xml", "json", "sgml", "mae", "ace", "ere", "tables", "texts" };

    [Theory]
    [MemberData(nameof(Tables))]
    public void NoMutantMeetsWhatShouldNotBePossible(string table)
    {
        foreach (var files in ListFiles(table))
        {
            using var folder = new TemporaryFolder(files);
            foreach (var (name, text) in files)
                Check(folder, name, text);
        }
    }

    private static void Check(TemporaryFolder folder, string name, string text)
    {
        var path = Path.Combine(folder.FullPath, name);
        var original = Encoding.UTF8.GetBytes(text);
        for (var seed = 0; seed < MutantsPerFile; seed++)
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
                throw new XunitException($"Mutant {seed} of {text}: {failure.Message}");
        }

        File.WriteAllBytes(path, original);
    }

    private static IEnumerable<(string Name, string Text)[]> ListFiles(string table) => table switch
    {
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
