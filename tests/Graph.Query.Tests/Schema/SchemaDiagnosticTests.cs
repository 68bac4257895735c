using System.Text;
using Graph.Query.Schema;

namespace Graph.Query.Tests.Schema;

public sealed class SchemaDiagnosticTests
{
    private static readonly IReadOnlyList<SchemaCase> Cases =
        SchemaCase.ReadAll(File.ReadAllText(Repository.GetPath("tests", "Graph.Query.Tests", "Schema", "schema-diagnostics.cases")));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void MistakesAreReportedWhereTheyAre(int number)
    {
        var expected = Cases[number];
        var result = SchemaReader.Read(new SourceText(expected.Text));
        var actual = result.Diagnostics.Select(diagnostic => (Describe(diagnostic), diagnostic.Span)).ToList();

        Assert.Equal(expected.Format(expected.Diagnostics), expected.Format(actual));
        Assert.Equal(expected.HasErrors, result.Type is null);
    }

    [Fact]
    public void EveryDiagnosticHasACase()
    {
        string[] never = ["GR6019"];
        var known = Enumerable.Range(6001, 20).Select(number => $"GR{number}").Except(never);
        var tested = Cases.SelectMany(schema => schema.Diagnostics).Select(diagnostic => diagnostic.Text.Split(' ')[1]).ToHashSet();
        Assert.Equal([], known.Except(tested));
    }

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id} {diagnostic.Message}";
}

/// <summary>A schema with marks, and what is said of each marked place.</summary>
internal sealed record SchemaCase(string Text, IReadOnlyList<(string Text, TextSpan Span)> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Text.StartsWith("error", StringComparison.Ordinal));

    public static IReadOnlyList<SchemaCase> ReadAll(string file) =>
        [.. file.Split("\n\n").Select(Read).OfType<SchemaCase>()];

    /// <summary>The schema with marks around places, and below it what is said of them.</summary>
    public string Format(IReadOnlyList<(string Text, TextSpan Span)> diagnostics)
    {
        var marked = new StringBuilder(Text);
        foreach (var (_, span) in diagnostics.OrderByDescending(diagnostic => diagnostic.Span.Start))
            marked.Insert(span.End, '›').Insert(span.Start, '‹');
        return string.Join('\n', diagnostics.Select(diagnostic => diagnostic.Text).Prepend(marked.ToString()));
    }

    private static SchemaCase? Read(string block)
    {
        var lines = block.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        if (lines.Count == 0)
            return null;
        var marked = string.Join('\n', lines.Where(line => line[0] != '!'));
        var messages = lines.Where(line => line[0] == '!').Select(line => line[2..]).ToList();
        var (text, spans) = ReadMarks(marked);
        Assert.True(spans.Count == messages.Count, $"Must mark as many places as there are diagnostics: {marked}");
        return new SchemaCase(text, [.. messages.Zip(spans)]);
    }

    private static (string Text, IReadOnlyList<TextSpan> Spans) ReadMarks(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var character in marked)
        {
            if (character == '‹')
                start = text.Length;
            else if (character == '›')
                spans.Add(TextSpan.FromBounds(start, text.Length));
            else
                text.Append(character);
        }

        return (text.ToString(), spans);
    }
}
