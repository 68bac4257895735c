using System.Text;

namespace Graph.Export;

/// <summary>A paragraph as Markdown, with brackets around its mentions.</summary>
/// <param name="mentions">In text order, each inside or behind those before.</param>
internal sealed class NativeMarkup(string text, TextSpan paragraph, IReadOnlyList<ArticleMention> mentions, NativeSpans spans)
{
    private static readonly string[] Fences = ["```", "~~~"];
    private readonly StringBuilder markup = new();

    public string Write()
    {
        var open = new Stack<ArticleMention>();
        var next = 0;
        for (var i = paragraph.Start; i <= paragraph.End; i++)
        {
            while (open.Count > 0 && open.Peek().Span.End == i)
                markup.Append(']').Append(spans.Write(open.Pop()));
            for (; next < mentions.Count && mentions[next].Span.Start == i; next++)
            {
                markup.Append('[');
                open.Push(mentions[next]);
            }

            if (i < paragraph.End)
                Append(i);
        }

        return markup.ToString();
    }

    private void Append(int i)
    {
        if (text[i] is '\\' or '[' or ']' || IsAttribute(i) || IsHeading(i) || IsFence(i))
            markup.Append('\\');
        markup.Append(text[i]);
    }

    private bool IsAttribute(int i) => text[i] == '{' && i + 1 < paragraph.End && text[i + 1] is '.' or '#';

    private bool IsHeading(int i) => text[i] == '#' && i == paragraph.Start;

    private bool IsFence(int i)
    {
        if (text[i] is not ('`' or '~'))
            return false;

        var start = text.LastIndexOf('\n', i) + 1;
        return text.AsSpan(start, i - start).Trim().IsEmpty
            && Fences.Any(fence => text.AsSpan(i, paragraph.End - i).StartsWith(fence, StringComparison.Ordinal));
    }
}
