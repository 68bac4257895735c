using System.Text;

namespace Graph.Terminal.Tests;

/// <summary>
/// A terminal without a terminal: keys from a script, and a grid of cells that understands the editor's control sequences.
/// </summary>
internal sealed class FakeTerminal(int width = 40, int height = 10) : ITerminal
{
    private readonly Queue<object> script = new();
    private readonly List<string[]> rows = [];
    private int row;
    private int column;

    public Action? Resized { get; set; }

    public int Width { get; set; } = width;

    public int Height { get; set; } = height;

    /// <summary>Everything that was painted, with all control sequences.</summary>
    public StringBuilder Raw { get; } = new();

    /// <summary>False before an action of the script, so that the editor paints before it.</summary>
    public bool IsKeyAvailable => script.TryPeek(out var next) && next is ConsoleKeyInfo;

    public (int Row, int Column) Cursor => (row, column);

    /// <summary>What was to be seen when the script ran out, with the cursor as <c>|</c>.</summary>
    public string Seen { get; private set; } = "";

    public void Press(string keys)
    {
        foreach (var step in Keys.Parse(keys))
            script.Enqueue(step);
    }

    public ConsoleKeyInfo? ReadKey()
    {
        while (script.TryDequeue(out var step))
        {
            if (step is ConsoleKeyInfo key)
                return key;

            ((Action<FakeTerminal>)step)(this);
        }

        Seen = TextWithCursor();
        return null;
    }

    public void Resize(int width)
    {
        Width = width;
        Resized?.Invoke();
    }

    private string TextWithCursor()
    {
        var saved = Row()[column];
        Row()[column] = $"|{saved}";
        var text = Text;
        Row()[column] = saved;
        return text;
    }

    /// <summary>The rows as one reads them, without blanks at their ends.</summary>
    public string Text => string.Join('\n', rows.Select(cells => string.Concat(cells).TrimEnd())).TrimEnd('\n');

    /// <summary>How often the program was suspended.</summary>
    public int Suspensions { get; private set; }

    public void Suspend() => Suspensions++;

    public void Dispose()
    {
    }

    public void Write(string text)
    {
        Raw.Append(text);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\e')
            {
                i = ReadSequence(text, i + 2);
                continue;
            }

            var length = System.Globalization.StringInfo.GetNextTextElementLength(text, i);
            if (text[i] is '\r' or '\n')
                column = 0;
            if (text[i] is '\n' || text.AsSpan(i, length) is "\r\n")
                row++;
            else if (text[i] != '\r')
                Put(text.Substring(i, length));
            i += length;
        }
    }

    private void Put(string element)
    {
        if (char.IsControl(element[0]))
            throw new InvalidOperationException($"A raw control character U+{(int)element[0]:X4} reached the screen.");
        var cells = CellWidth.MeasureElement(element);
        if (column + cells > Width)
            throw new InvalidOperationException($"'{element}' was written beyond the last column.");

        Row()[column++] = element;
        for (var i = 1; i < cells; i++)
            Row()[column++] = "";
    }

    private string[] Row()
    {
        while (rows.Count <= row)
            rows.Add([.. Enumerable.Repeat(" ", 200)]);
        return rows[row];
    }

    private int ReadSequence(string text, int start)
    {
        var end = start;
        while (text[end] is not (>= '@' and <= '~'))
            end++;
        var argument = text[start..end];
        var count = int.TryParse(argument, out var number) ? number : 1;
        switch (text[end])
        {
            case 'A': row = Math.Max(0, row - count); break;
            case 'B': row += count; break;
            case 'C': column = Math.Min(Width - 1, column + count); break;
            case 'K': Array.Fill(Row(), " "); break;
            case 'J' when argument == "2": rows.Clear(); break;
            case 'J': rows.RemoveRange(row, Math.Max(0, rows.Count - row)); break;
            case 'H': (row, column) = (0, 0); break;
            case 'm' or 'h' or 'l': break;
            default: throw new InvalidOperationException($"The sequence ESC [ {argument}{text[end]} is unknown to the screen.");
        }

        return end + 1;
    }
}
