namespace Graph.Annotations;

/// <summary>A piece of an article's body, as a span of the file.</summary>
internal abstract record NativeBlock(TextSpan Span);

/// <summary>Lines of text up to an empty line or a fence.</summary>
internal sealed record NativeParagraph(TextSpan Span) : NativeBlock(Span);

/// <summary>The lines inside a fence that is called <c>facts</c>.</summary>
internal sealed record NativeFacts(TextSpan Span, ImmutableArray<TextSpan> Lines) : NativeBlock(Span);

/// <summary>Splits a body into paragraphs and fenced blocks, by lines.</summary>
internal sealed class NativeBlockReader(SourceText source, int start, ReadingLog log)
{
    private static readonly string[] Fences = ["```", "~~~"];
    private const string FactsName = "facts";
    private readonly List<NativeBlock> blocks = [];
    private int line;

    public IReadOnlyList<NativeBlock> Read()
    {
        if (start >= source.Text.Length)
            return blocks;

        for (line = source.GetPosition(start).Line; line <= source.LineCount; line++)
        {
            var span = source.GetLine(line);
            var text = source.Text.AsSpan(span.Start, span.Length).Trim();
            if (FindFence(text) is { } fence)
                ReadFence(fence, text[fence.Length..].Trim().ToString());
            else if (!text.IsEmpty)
                ReadParagraph();
        }

        return blocks;
    }

    private void ReadParagraph()
    {
        var first = source.GetLine(line);
        var last = first;
        while (line < source.LineCount)
        {
            var next = source.GetLine(line + 1);
            var text = source.Text.AsSpan(next.Start, next.Length).Trim();
            if (text.IsEmpty || FindFence(text) is not null)
                break;
            last = next;
            line++;
        }

        blocks.Add(new NativeParagraph(TextSpan.FromBounds(first.Start, last.End)));
    }

    private void ReadFence(string fence, string name)
    {
        var opening = source.GetLine(line);
        if (name != FactsName)
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                new SourcePlace(source, opening), "block of an article",
                    $"only '{FactsName}' may stand after the fence; what is in it is left out"));

        var lines = ImmutableArray.CreateBuilder<TextSpan>();
        while (++line <= source.LineCount)
        {
            var span = source.GetLine(line);
            if (source.Text.AsSpan(span.Start, span.Length).Trim().StartsWith(fence, StringComparison.Ordinal))
            {
                Add(name, opening, span, lines);
                return;
            }

            lines.Add(span);
        }

        log.ReportMalformed(ReadingDiagnostics.Malformed(new SourcePlace(source, opening), "fenced block",
            "the fence that ends it is missing"));
        Add(name, opening, opening, lines);
    }

    private static string? FindFence(ReadOnlySpan<char> line)
    {
        foreach (var fence in Fences)
        {
            if (line.StartsWith(fence, StringComparison.Ordinal))
                return fence;
        }

        return null;
    }

    private void Add(string name, TextSpan opening, TextSpan closing, ImmutableArray<TextSpan>.Builder lines)
    {
        if (name == FactsName)
            blocks.Add(new NativeFacts(opening.Cover(closing), lines.ToImmutable()));
    }
}
