using System.Diagnostics;
using System.Globalization;
using System.Text;
using Graph.Core;
using Graph.Testing;

namespace Graph.Core.Tests.Text;

public sealed class UnicodeNormalizationTests
{
    private const string UnicodeFolder = "/usr/share/unicode";

    [SkippableFact]
    public void TableIsWhatTheUnicodeCharacterDatabaseSays()
    {
        RequireDatabase("UnicodeData.txt");
        var path = Repository.GetPath("src", "Graph.Core", "Text", "Unicode", "normalization.txt");
        var expected = NormalizationTableWriter.Write(UnicodeFolder);
        if (Environment.GetEnvironmentVariable("GRAPH_ACCEPT") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path));
    }

    /// <summary>The conformance test of Unicode: five columns, source, NFC, NFD, NFKC, NFKD, with the invariants of its header.</summary>
    [SkippableFact]
    public void EveryLineOfTheConformanceTestHolds()
    {
        foreach (var line in ReadConformanceTest())
        {
            var columns = line.Split(';').Take(5).Select(ReadCodes).ToArray();
            for (var i = 0; i < 5; i++)
            {
                var isCompatibility = i >= 3;
                AssertForm(line, columns[isCompatibility ? 3 : 1], columns[i], NormalizationForm.FormC);
                AssertForm(line, columns[isCompatibility ? 4 : 2], columns[i], NormalizationForm.FormD);
                AssertForm(line, columns[3], columns[i], NormalizationForm.FormKC);
                AssertForm(line, columns[4], columns[i], NormalizationForm.FormKD);
            }
        }
    }

    [Theory]
    [InlineData("Kirgizië", "Kirgizie\u0308", NormalizationForm.FormD)]
    [InlineData("e\u0301\u0323", "\u1EB9\u0301", NormalizationForm.FormC)]
    [InlineData("ﬁn Ⅷ", "fin VIII", NormalizationForm.FormKD)]
    [InlineData("한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8", NormalizationForm.FormD)]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국", NormalizationForm.FormC)]
    [InlineData("\u0958", "\u0915\u093C", NormalizationForm.FormC)]
    [InlineData("a\uD800b", "a\uD800b", NormalizationForm.FormKC)]
    public void TextIsNormalized(string text, string expected, NormalizationForm form) =>
        Assert.Equal(expected, UnicodeNormalization.Normalize(text, form));

    [Fact]
    public void TextThatIsNormalizedIsReturnedItself()
    {
        const string Text = "Oslo wacht.";
        Assert.Same(Text, UnicodeNormalization.Normalize(Text, NormalizationForm.FormC));
    }

    private static void AssertForm(string line, string expected, string text, NormalizationForm form)
    {
        if (UnicodeNormalization.Normalize(text, form) != expected)
            Assert.Fail($"{form} of {string.Join(' ', text.EnumerateRunes().Select(rune => $"{rune.Value:X4}"))} in: {line}");
    }

    private static string ReadCodes(string column) =>
        string.Concat(
            column.Split(' ').Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));

    private static List<string> ReadConformanceTest()
    {
        RequireDatabase("NormalizationTest.txt.bz2");
        Skip.IfNot(File.Exists("/usr/bin/bzip2"), "bzip2 is not here to read the conformance test.");
        var start = new ProcessStartInfo("/usr/bin/bzip2", ["-dc", Path.Combine(UnicodeFolder, "NormalizationTest.txt.bz2")])
        {
            RedirectStandardOutput = true
        };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput
            .ReadToEnd()
            .Split('\n')
            .Where(line => line.Length > 0 && char.IsAsciiHexDigitUpper(line[0]))
            .ToList();
        process.WaitForExit();
        Assert.True(lines.Count > 15_000);
        return lines;
    }

    private static void RequireDatabase(string file) =>
        Skip.IfNot(
            File.Exists(Path.Combine(UnicodeFolder, file)),
            $"The Unicode Character Database is not here: {UnicodeFolder}/{file} (Debian: unicode-data).");
}
