using System.Text;

namespace Graph.Annotations;

/// <summary>Reads one article of the native format: front matter, then paragraphs and the facts that each supports.</summary>
internal sealed class NativeArticleReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private const string ParagraphBreak = "\n\n";
    private readonly StringBuilder text = new();

    public AnnotatedArticle Read()
    {
        var frontMatter = FrontMatter.Read(source, log);
        var markup = new SpanMarkup(source, text, log);
        var facts = ReadBody(new NativeBlockReader(source, frontMatter.End, log).Read(), markup);

        var plain = text.ToString();
        var sentences = SentenceSplitter.Split(plain, breakAtNewline: false);
        var mentions = markup.Mentions.OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.Length)
            .ToImmutableArray();
        var reader = new FactReader(source, new FactEvidence(plain, mentions, sentences), log);
        foreach (var (line, paragraph) in facts)
            reader.Read(line, paragraph);

        return new AnnotatedArticle(frontMatter.Metadata, plain)
        {
            File = file,
            Mentions = mentions,
            Relations = [.. reader.Relations],
            Events = [.. reader.Events],
            Entities = [.. markup.Descriptions, .. reader.Descriptions],
            Sentences = sentences,
        };
    }

    /// <summary>Appends the paragraphs to the text; returns the lines of facts with the paragraph that each follows.</summary>
    private List<(TextSpan Line, TextSpan Paragraph)> ReadBody(IReadOnlyList<NativeBlock> blocks, SpanMarkup markup)
    {
        var facts = new List<(TextSpan, TextSpan)>();
        TextSpan paragraph = default;
        foreach (var block in blocks)
        {
            switch (block)
            {
                case NativeParagraph:
                    if (text.Length > 0)
                        text.Append(ParagraphBreak);
                    paragraph = markup.Append(block.Span);
                    break;
                case NativeFacts { Lines: var lines }:
                    facts.AddRange(lines.Where(IsFact).Select(line => (line, paragraph)));
                    break;
            }
        }

        return facts;
    }

    private bool IsFact(TextSpan line)
    {
        var written = source.Text.AsSpan(line.Start, line.Length).Trim();
        return !written.IsEmpty && !written.StartsWith("//", StringComparison.Ordinal);
    }
}
