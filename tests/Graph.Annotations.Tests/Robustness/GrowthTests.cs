using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>Loading does not much more than twice the work for twice of what a file holds, whatever there is more of.</summary>
public sealed class GrowthTests
{
    private const string Conllu = "#\tAnn\tAnn\tPROPN\t_\t_\t0\troot\t_\tEntity=(#-person)\n";

    /// <summary>What a file begins with, what is repeated, with its number for <c>#</c>, and what it ends with.</summary>
    public static TheoryData<string, string, string, string, string, int> Files => new()
    {
        { "spans of a paragraph", "a.md", "---\nid: a\n---\n\n", "[Ann#]{.Person #p#} spoke.\n", "", 200 },
        { "facts of a paragraph", "a.md", "---\nid: a\n---\n\n[Ann]{.Person #a} met [Bob]{.Person #b}.\n\n```facts\n",
            "(#a)-[:KNOWS {n: #}]->(#b)\n", "```\n", 200 },
        { "paragraphs with facts", "a.md", "---\nid: a\n---\n\n",
            "[Ann#]{.Person #a#} met [Bob]{.Person #b}.\n\n```facts\n(#a#)-[:KNOWS]->(#b)\n```\n\n", "", 100 },
        { "unknown ends", "a.md", "---\nid: a\n---\n\nAnn.\n\n```facts\n", "(#x#)-[:KNOWS]->(#y#)\n", "```\n", 200 },
        { "front matter", "a.md", "---\nid: a\n", "k#: v\n", "---\n\n[Ann]{.Person}\n", 200 },
        { "spans and relations in JSON", "a.jsonl", "{\"text\": \"Ann met Bob\", \"entities\": [",
            "{\"id\": #, \"start_offset\": 0, \"end_offset\": 3, \"label\": \"P#\"}, ",
            "{\"id\": 0, \"start_offset\": 8, \"end_offset\": 11, \"label\": \"P\"}], \"relations\": []}\n", 200 },
        { "records", "a.jsonl", "", "{\"text\": \"Ann met Bob #\", \"label\": [[0, 3, \"P\"]]}\n", "", 200 },
        { "records with one id", "a.jsonl", "", "{\"id\": \"x\", \"text\": \"Ann met Bob\", \"label\": [[0, 3, \"P\"]]}\n", "", 2000 },
        { "entities with one name", "a.conllu", "# global.Entity = eid-etype\n# newdoc id = a\n",
            "1\tthe\tthe\tDET\t_\t_\t2\tdet\t_\tEntity=(e#-person\n2\tman\tman\tNOUN\t_\t_\t0\troot\t_\tEntity=e#)\n\n", "", 2000 },
        { "fields that nobody reads", "a.jsonl", "{\"text\": \"Ann\", \"label\": [[0, 3, \"P\"]]", ", \"f#\": #", "}\n", 200 },
        { "nested values", "a.jsonl", "{\"text\": \"Ann\", \"label\": [[0, 3, \"P\"]], \"x\": [", "{\"a\": [#]}, ", "0]}\n", 200 },
        { "tagged lines", "a.iob", "", "Ann# B-PER\nran O\n", "\n", 400 },
        { "tagged sentences", "a.iob", "", "Ann# B-PER\nran O\n\n", "", 200 },
        { "words of a sentence", "a.conllu", "# newdoc id = a\n# sent_id = 1\n", Conllu, "\n", 200 },
        { "elements beside each other", "a.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>",
            "<p><persName ref=\"#p#\">Ann#</persName> ran.</p>", "</body></text></TEI>", 200 },
        { "names in a paragraph", "a.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>", "<persName>Ann#</persName> ran. ",
            "</p></body></text></TEI>", 200 },
        { "ends of brackets at a word", "a.txt", "李/nr 在/p 中国/ns 说/v\n[a", "/a]n", "\n李/nr 在/p 中国/ns 说/v\n", 200 },
        { "quotes of a graph", "a.txt", "# ::id d.1\n# ::snt Ann ran .\n(r / run-01 :ARG0 (p / person :name (n / name :op1 \"Ann\")) :x ",
            "\\\"", "\n", 2000 },
        { "fields that are tags", "a.iob", "Ann B-PER B-X#\n", "ran O\n", "\n", 400 },
        { "lines of brat", "a.ann", "", "T#\tPerson 0 3\tAnn\n", "", 200 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileLoadsInNearlyLinearWork(string kind, string name, string start, string repeated, string end, int count)
    {
        Assert.NotEmpty(kind);
        using var folder = new TemporaryFolder(("a.txt", "Ann met Bob\n"));
        if (!name.EndsWith(".ann", StringComparison.Ordinal))
            File.Delete(Path.Combine(folder.FullPath, "a.txt"));
        Growth.RequireNearlyLinear(
            count,
            size => start
                + string.Concat(Enumerable.Range(1, size)
                    .Select(i => repeated.Replace("p#", $"p{i}", StringComparison.Ordinal).Replace("#a", "\u0001", StringComparison.Ordinal)
                .Replace("#b", "\u0002", StringComparison.Ordinal)
                .Replace("#", $"{i}", StringComparison.Ordinal)
                .Replace("\u0001", "#a", StringComparison.Ordinal)
                .Replace("\u0002", "#b", StringComparison.Ordinal))) + end,
            text =>
            {
                folder.Write(name, text);
                var summary = folder.Load(new LoadOptions(null) { Threads = 1 }).Summary;
                Assert.True(summary.Mentions + summary.Malformed > 0, $"Nothing was read: {string.Join(", ", summary.Skipped)}");
            });
    }

    /// <summary>Deep elements are refused, before anything that grows with their depth.</summary>
    [Fact]
    public void DepthIsReadInNearlyLinearWork()
    {
        using var folder = new TemporaryFolder();
        Growth.RequireNearlyLinear(
            100,
            depth => $"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{string.Concat(Enumerable.Repeat("<div>", depth))}<p><persName>Ann</persName></p>{string.Concat(Enumerable.Repeat("</div>", depth))}</body></text></TEI>",
            text =>
            {
                folder.Write("a.xml", text);
                Assert.Equal(1, folder.Load(new LoadOptions(null) { Threads = 1 }).Summary.Mentions);
            });
    }
}
