namespace Graph.Core;

/// <summary>
/// A named text that knows its lines. Lines end with LF, CR LF or CR; lines and columns count from 1, columns in UTF-16 units.
/// A part of a file that is read as a stream counts its lines from where it begins in the file.
/// </summary>
public sealed class SourceText
{
    private readonly Lazy<int[]> lineStarts;

    private readonly int firstLine;

    /// <param name="firstLine">The number of the text's first line in its file.</param>
    public SourceText(string text, string path = "", int firstLine = 1)
    {
        Text = text;
        Path = path;
        this.firstLine = firstLine;
        lineStarts = new Lazy<int[]>(() => FindLineStarts(text));
    }

    public string Text { get; }

    /// <summary>The file as the user named it, or empty for text that was typed.</summary>
    public string Path { get; }

    public int LineCount => lineStarts.Value.Length;

    public (int Line, int Column) GetPosition(int offset)
    {
        var index = Array.BinarySearch(lineStarts.Value, offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + firstLine, offset - lineStarts.Value[line] + 1);
    }

    /// <summary>The span of a line, by its number in the file, without its line end.</summary>
    public TextSpan GetLine(int line)
    {
        var index = line - firstLine;
        var start = lineStarts.Value[index];
        var end = index + 1 < LineCount ? lineStarts.Value[index + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    public string GetText(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !IsBeforeLineFeed(text.AsSpan(i + 1))))
                starts.Add(i + 1);
        }

        return starts.ToArray();
    }

    // A file that was converted twice ends its lines in two carriage returns and a line feed.
    private static bool IsBeforeLineFeed(ReadOnlySpan<char> rest) => rest is ['\n', ..] or ['\r', '\n', ..];
}
