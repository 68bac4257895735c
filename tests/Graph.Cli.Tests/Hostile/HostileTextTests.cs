using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using CsvHelper.Configuration;
using Graph.Query.Syntax;
using Graph.Terminal;
using YamlDotNet.RepresentationModel;

namespace Graph.Cli.Tests.Hostile;

/// <summary>
/// Every text of <see cref="HostileTexts"/> as name, title, key of properties, label and relation type, through everything the command
/// writes. What people read holds no sign that steers or hides; what programs read is read back, and says what it was.
/// </summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Names = "MATCH (n:Thing) RETURN n.number AS number, n.name AS name ORDER BY number";

    private static readonly string[] Texts = [.. HostileTexts.All.Select(text => text.Text)];

    private readonly string folder = Directory.CreateTempSubdirectory("graph-hostile-").FullName;

    private string Graph => Path.Combine(folder, "a.graph");

    public HostileTextTests() => GraphFile.Write(Build(), Graph);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("table")]
    [InlineData("line")]
    [InlineData("markdown")]
    [InlineData("auto")]
    public void ResultsForPeopleHoldNothingThatSteersOrHides(string format)
    {
        AssertInert(Run("query", Names, "--data", Graph, "--format", format));
        AssertInert(Run(
            "query", "MATCH (n)-[r]->(m) RETURN n, r, m, labels(n), properties(r), sentence(r), [n.name, {x: m.name}] AS l", "--data",
            Graph, "--format", format));
    }

    [Fact]
    public void EachRowOfMarkdownIsALineWithItsCells()
    {
        var lines = Run("query", Names, "--data", Graph, "--format", "markdown").TrimEnd('\n').Split('\n');

        Assert.Equal(Texts.Length + 2, lines.Length);
        Assert.All(lines, line => Assert.Equal(3, line.Where((sign, at) => sign == '|' && !IsEscaped(line, at)).Count()));
        Assert.All(
            lines, line => Assert.DoesNotContain(line.Where((sign, at) => sign is '<' or '[' or '`' && !IsEscaped(line, at)), _ => true));
    }

    [Fact]
    public void CommaSeparatedValuesAreTheTexts()
    {
        using var parser = new CsvParser(
            new StringReader(Run("query", Names, "--data", Graph, "--format", "csv")), new CsvConfiguration(CultureInfo.InvariantCulture));
        AssertNames(ReadRecords(parser).Skip(1).Select(record => record[1]));
    }

    [Fact]
    public void SpreadsheetsAreGivenNoFormula()
    {
        using var parser = new CsvParser(
            new StringReader(Run("query", Names, "--data", Graph, "--format", "csv", "--excel").TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture));
        var cells = ReadRecords(parser).Skip(1).Select(record => record[1]).ToList();

        AssertNames(cells.Select((cell, row) => cell == $"'{Texts[row]}" ? Texts[row] : cell));
        Assert.All(cells, cell => Assert.False(cell.TrimStart().Normalize(NormalizationForm.FormKC) is ['=' or '+' or '@', ..], cell));
    }

    [Fact]
    public void TabSeparatedValuesAreTheTexts()
    {
        var lines = Run("query", Names, "--data", Graph, "--format", "tsv").TrimEnd('\n').Split('\n');
        AssertNames(lines.Skip(1).Select(line => Unescape(line.Split('\t')[1])));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public void JsonHoldsTheTexts(string format)
    {
        var text = Run("query", Names, "--data", Graph, "--format", format);
        using var document = JsonDocument.Parse(format == "json" ? text : $"[{string.Join(',', text.TrimEnd('\n').Split('\n'))}]");
        AssertInert(text);
        AssertNames(document.RootElement.EnumerateArray().Select(row => row.GetProperty("name").GetString()!));
    }

    [Theory]
    [InlineData("graphml", "graphml")]
    [InlineData("gexf", "gexf")]
    [InlineData("svg", "svg")]
    public void MarkupIsWellFormed(string format, string root)
    {
        var document = XDocument.Parse(Write(format));
        Assert.Equal(root, document.Root!.Name.LocalName);
        Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName is "script" or "b");
        Assert.DoesNotContain(document.Descendants().Attributes(), attribute => attribute.Name.LocalName == "onload");
    }

    [Theory]
    [InlineData("cyjs")]
    [InlineData("graphology.json")]
    [InlineData("jsonld")]
    public void GraphsInJsonHoldTheTexts(string format)
    {
        using var document = JsonDocument.Parse(Write(format));
        AssertHolds(ListStrings(document.RootElement));
    }

    [Fact]
    public void EachLineOfFollowTheMoneyIsAnEntity() =>
        Assert.All(Write("ftm.json").TrimEnd('\n').Split('\n'), line => JsonDocument.Parse(line).Dispose());

    /// <summary>The page of a graph holds its data as a text that cannot end the script it stands in.</summary>
    [Fact]
    public void APageRunsNothingOfItsData()
    {
        var page = Write("html");
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("</title></text>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onload=\"alert", page, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The script makes as many elements as there are: no text ends its literal.</summary>
    [Fact]
    public void NoTextEndsItsLiteralInAScript()
    {
        var (script, names) = (Write("cypher"), 0);
        foreach (var range in StatementSplitter.Split(new SourceText(script)).Where(range => range.Span.Length > 0))
        {
            var statement = script.Substring(range.Span.Start, range.Span.Length);
            Assert.False(range.IsOpen, statement);
            Assert.Matches("^(CREATE|MATCH|UNWIND)", statement);
            names++;
        }

        Assert.True(names > 0);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--all")]
    [InlineData("check", "--explain")]
    [InlineData("check", "--identities")]
    [InlineData("query", "MATCH (n) RETURN n", "--data")]
    [InlineData("schema", "--data")]
    public void CommandsOnHostileFilesHoldNothingThatSteersOrHides(params string[] command)
    {
        var articles = WriteArticles();
        AssertInert(RunAny([.. command, articles]));
    }

    [Fact]
    public void ASettingsFileThatIsWrittenSetsNothing()
    {
        var articles = WriteArticles();
        AssertInert(RunAny(["check", articles, "--init"]));

        var text = File.ReadAllText(Path.Combine(articles, "corpus.yaml"));
        AssertInert(WithoutBlankLetters(text));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var keys = yaml.Documents.Count == 0
            ? []
            : ((YamlMappingNode)yaml.Documents[0].RootNode).Children.Keys.Select(key => key.ToString()).ToList();
        Assert.All(keys, key => Assert.Contains(key, (string[])["types", "relations", "tables", "json", "columns"]));
    }

    [Fact]
    public void SnapshotsAndTheirDifferencesHoldNothingThatSteersOrHides()
    {
        var queries = Path.Combine(folder, "q.cypher");
        File.WriteAllText(queries, $"// name: A\n{Names};\n");
        RunAny(["verify", queries, "--data", Graph, "--accept"]);
        var accepted = Path.Combine(folder, "q.cypher.verified.txt");
        AssertInert(WithoutBlankLetters(File.ReadAllText(accepted)));
        File.WriteAllText(accepted, File.ReadAllText(accepted).Replace("mark", "other", StringComparison.Ordinal));
        var report = Path.Combine(folder, "r.xml");
        AssertInert(RunAny(["verify", queries, "--data", Graph, "--report", report]));
        XDocument.Load(report);

        var other = Path.Combine(folder, "b.graph");
        GraphFile.Write(Build(count: 3), other);
        AssertInert(RunAny(["diff", Graph, other]));
    }

    /// <summary>A text as a query, a parameter, a path and a name of a column.</summary>
    [Fact]
    public void MistakesThatQuoteATextHoldNothingThatSteersOrHides()
    {
        foreach (var text in Texts.Where(text => !text.Contains('\0')))
        {
            AssertInert(RunAny(["query", text, "--data", Graph]));
            AssertInert(RunAny(
                ["query", $"MATCH (n:{QueryWords.Quote(text)}) RETURN n.{QueryWords.Quote(text)} AS {QueryWords.Quote(text)}", "--data",
                    Graph]));
            AssertInert(RunAny(["query", "RETURN $x AS x", "--data", Graph, "--param", $"{text}=1"]));
            AssertInert(RunAny(["query", "RETURN 1", "--data", Path.Combine(folder, text)]));
            AssertInert(RunAny(["run", Path.Combine(folder, text), "--data", Graph]));
        }
    }

    [Fact]
    public void CardsOfThePromptHoldNothingThatSteersOrHides()
    {
        var commands = new StringBuilder(":schema\n:articles\n:show types\nMATCH (n)-[r]->(m) RETURN n, r, m;\n:why 1\n:draw -\n");
        foreach (var text in Texts.Where(text => !text.AsSpan().ContainsAny("\0\n\r")))
            commands.Append(
                CultureInfo.InvariantCulture,
                $":open {text}\n:path {text}\n:timeline {text}\n:article {text}\n:help {text}\n:set mode {text}\n:{text}\n");
        var (_, output, error) = TestHost.Run([Graph, "--fail-at-end"], commands.ToString());
        AssertInert(output);
        AssertInert(error);
    }

    private static GraphStore Build(int? count = null)
    {
        var builder = new GraphBuilder();
        for (var number = 0; number < (count ?? Texts.Length); number++)
        {
            var text = Texts[number];
            var article = builder.AddNode(["Article"], [Text("key", $"a{number}"), Text("title", text)]);
            var words = $"{text} met {text}.";
            builder.SetText(article, words, [new TextSpan(0, words.Length)]);
            var thing = builder.AddNode(
                ["Thing", text],
                [Text("key", $"{number} {text}"), Text("name", text), new("number", Value.FromInteger(number)),
                    new(text, Value.FromString("mark"))]);
            builder.AddEdge("MENTIONS", article, thing, [], new Evidence(article, new TextSpan(0, text.Length)));
            builder.AddEdge(text, thing, thing, [Text(text, text)], new Evidence(article, new TextSpan(0, words.Length)));
        }

        return builder.Build();
    }

    private static KeyValuePair<string, Value> Text(string key, string value) => new(key, Value.FromString(value));

    /// <summary>Articles as JSON lines: texts, labels, ids and fields are hostile, and so are names of files.</summary>
    private string WriteArticles()
    {
        var articles = Path.Combine(folder, "articles");
        Directory.CreateDirectory(articles);
        for (var number = 0; number < Texts.Length; number++)
        {
            var text = Texts[number];
            var line = new Dictionary<string, object>
            {
                ["id"] = text, ["text"] = $"{text} met {text}", ["title"] = text, [$"field {text}"] = text,
                ["spans"] = new object[] { new Dictionary<string, object>
                {
                    ["id"] = 1,
                    ["start"] = 0,
                    ["end"] = text.Length,
                    ["label"] = text
                }, new Dictionary<string, object> { ["id"] = 2, ["start"] = 9999, ["end"] = 99999, ["label"] = text } },
                ["relations"] = new object[] { new Dictionary<string, object>
                {
                    ["head"] = 1,
                    ["child"] = 1,
                    ["label"] = text
                }, new Dictionary<string, object> { ["head"] = text, ["child"] = 9, ["label"] = text } },
            };
            var name = new string([.. text.Take(60).Select(sign => sign is '/' or '\0' || char.IsSurrogate(sign) ? '_' : sign)]);
            File.WriteAllText(
                Path.Combine(articles, $"{number}{(OperatingSystem.IsWindows() ? "" : name)}.jsonl"),
                JsonSerializer.Serialize(line) + "\n");
            File.WriteAllText(Path.Combine(articles, $"{number}{(OperatingSystem.IsWindows() ? "" : name)}.unknown"), text);
        }

        return articles;
    }

    private string Write(string ending)
    {
        var path = Path.Combine(folder, $"out.{ending}");
        var command = ending is "svg" or "html" ? "draw" : "export";
        AssertInert(RunAny([command, "--all", "--data", Graph, "-o", path]));
        return File.ReadAllText(path);
    }

    /// <summary>What a command writes that must be right.</summary>
    private static string Run(params string[] arguments)
    {
        var (code, output, error) = TestHost.Run(arguments);
        Assert.True(code == 0, error);
        return output;
    }

    /// <summary>Both outputs, whatever comes of it, save an internal error.</summary>
    private static string RunAny(string[] arguments)
    {
        var (code, output, error) = TestHost.Run(arguments);
        Assert.True(code != 70, error);
        return output + error;
    }

    private static void AssertInert(string text) =>
        Assert.All(text.Split('\n'), line => Assert.False(VisibleText.HasHidden(line), VisibleText.Show(line)));

    /// <summary>Files that people review keep letters as they are; what is drawn as a blank letter is one.</summary>
    private static string WithoutBlankLetters(string text) => text.Replace("\u3164\u115F\u2800", "", StringComparison.Ordinal);

    private static void AssertNames(IEnumerable<string> names) => Assert.Equal(Texts, names);

    /// <summary>Texts that have a sign which is no character are written without it.</summary>
    private static void AssertHolds(IEnumerable<string> strings)
    {
        var found = strings.ToHashSet(StringComparer.Ordinal);
        Assert.All(Texts, text => Assert.Contains(text, found));
    }

    private static IEnumerable<string> ListStrings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ListStrings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => ListStrings(property.Value)),
        _ => [],
    };

    private static IEnumerable<string[]> ReadRecords(CsvParser parser)
    {
        while (parser.Read())
            yield return parser.Record!;
    }

    private static bool IsEscaped(string line, int at)
    {
        var backslashes = 0;
        while (at > backslashes && line[at - backslashes - 1] == '\\')
            backslashes++;
        return backslashes % 2 == 1;
    }

    private static string Unescape(string field)
    {
        var text = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
            text.Append(field[i] != '\\' ? field[i] : field[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        return text.ToString();
    }
}
