using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Tests.Rendering;

public sealed class DiagnosticRendererTests
{
    [Fact]
    public void ThePlaceIsUnderlinedWhateverStandsBeforeIt()
    {
        var output = new StringWriter();
        var renderer = new DiagnosticRenderer(output, useColor: false);
        foreach (var marked in (string[])
        [
            "MATCH (n:[Contry])",
            "\t\tMATCH\t(n:[Contry])",
            "中文 😀 e\u0301 [wide]",
            "esc \e[[31m and bidi \u202E] here",
            "at the end[]",
            "[]",
            "[over\na line]",
            $"{new string('x', 500)}[here]{new string('y', 500)}",
            $"[{new string('z', 500)}]",
        ])
        {
            renderer.Write(Create(marked, "file.cypher", DiagnosticSeverity.Error));
        }

        renderer.Write(Create("[x]", "", DiagnosticSeverity.Warning));
        renderer.Write(Create("[x]", "bad\e[2Jpath", DiagnosticSeverity.Note));
        Verifier.Verify(output.ToString());
    }

    [Fact]
    public void ColourMarksTheSeverityAndNothingElse()
    {
        var output = new StringWriter();
        new DiagnosticRenderer(output, useColor: true).Write(Create("a [b]", "f", DiagnosticSeverity.Error));
        Assert.Equal("f:1:3: \e[1;31merror GR0000:\e[0m Message \u241B.\n  | a b\n  |   \e[1;31m^\e[0m\n", output.ToString());
    }

    [Theory]
    [InlineData("[CVVO,Alliance,csto,Dutch abbreviation of it]", "some/longer/path/to/aliases.csv", 'C')]
    [InlineData("MATCH (a:Country)-[r:[MEMBER_OFF]]->(b) RETURN a.name, r.since", "f", 'M')]
    [InlineData("a line that is wider than the window, with a [place] at its end", "a/very/long/path/that/fills/the/window.md", 'p')]
    public void ANarrowWindowIsNotPassed(string marked, string path, char first)
    {
        var output = new StringWriter();
        new DiagnosticRenderer(output, useColor: false, () => 40).Write(Create(marked, path, DiagnosticSeverity.Error));
        var lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.All(lines.Skip(1), line => Assert.InRange(line.Length, 1, 39));
        Assert.DoesNotContain("xx", output.ToString());
        Assert.Equal(first, lines[^2][lines[^1].IndexOf('^')]);
    }

    /// <summary>At every width, with every length of what is underlined and of what stands around it.</summary>
    [Theory]
    [InlineData("x")]
    [InlineData("中")]
    [InlineData("e\u0301")]
    [InlineData("😀")]
    [InlineData("\t")]
    public void AnExcerptFitsEveryWindow(string element)
    {
        int[] lengths = [0, 1, 19, 20, 21, 52, 53, 54, 59, 60, 61, 119, 120, 121, 200];
        foreach (var width in (int[])[1, 8, 20, 30, 40, 60, 61, 80, 200])
        {
            foreach (var (before, marked) in lengths.SelectMany(before => lengths.Select(marked => (before, marked))))
            {
                var output = new StringWriter();
                var line = $"{Repeat(before)}[{Repeat(marked)}]{Repeat(before / 2)}";
                new DiagnosticRenderer(output, useColor: false, () => width).Write(
                    Create(line.Length == 2 ? "[x]" : line, "", DiagnosticSeverity.Error));
                var lines = output.ToString().TrimEnd('\n').Split('\n');
                Assert.All(lines[^2..], shown => Assert.InRange(CellWidth.Measure(shown), 4, Math.Max(width - 1, 26)));
            }
        }

        string Repeat(int count) => string.Concat(Enumerable.Repeat(element, count));
    }

    /// <summary>The span stands in square brackets; a doubled opening bracket is one of the text.</summary>
    private static Diagnostic Create(string marked, string path, DiagnosticSeverity severity)
    {
        var end = marked.LastIndexOf(']');
        var start = marked.LastIndexOf('[', end);
        if (start > 1 && marked[start - 1] == '[')
            start--;
        var text = marked.Remove(end, 1).Remove(start, 1);
        return Diagnostic.Create("GR0000", severity, new SourceText(text, path), TextSpan.FromBounds(start, end - 1), "Message \e.");
    }
}
