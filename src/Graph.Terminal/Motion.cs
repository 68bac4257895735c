using System.Globalization;

namespace Graph.Terminal;

/// <summary>Where the cursor gets to from where it is.</summary>
internal static class Motion
{
    public static int NextElement(EditState state) =>
        state.Cursor < state.Text.Length ? state.Cursor + StringInfo.GetNextTextElementLength(state.Text, state.Cursor) : state.Cursor;

    /// <summary>Elements can be told only forwards, so this walks from the start of the line.</summary>
    public static int PreviousElement(EditState state)
    {
        if (state.Cursor == 0)
            return 0;

        var position = LineStart(state with { Cursor = state.Cursor - 1 });
        while (position < state.Cursor)
        {
            var next = position + StringInfo.GetNextTextElementLength(state.Text, position);
            if (next >= state.Cursor)
                return position;
            position = next;
        }

        return state.Cursor - 1;
    }

    public static int LineStart(EditState state) => state.Cursor == 0 ? 0 : state.Text.LastIndexOf('\n', state.Cursor - 1) + 1;

    public static int LineEnd(EditState state)
    {
        var end = state.Text.IndexOf('\n', state.Cursor);
        return end < 0 ? state.Text.Length : end;
    }

    public static int NextWord(EditState state)
    {
        var position = state.Cursor;
        while (position < state.Text.Length && !IsWord(state.Text[position]))
            position++;
        while (position < state.Text.Length && IsWord(state.Text[position]))
            position++;
        return position;
    }

    public static int PreviousWord(EditState state)
    {
        var position = state.Cursor;
        while (position > 0 && !IsWord(state.Text[position - 1]))
            position--;
        while (position > 0 && IsWord(state.Text[position - 1]))
            position--;
        return position;
    }

    /// <summary>Back over blanks, then over everything that is no blank: what Ctrl-W takes.</summary>
    public static int PreviousBlank(EditState state)
    {
        var position = state.Cursor;
        while (position > 0 && char.IsWhiteSpace(state.Text[position - 1]))
            position--;
        while (position > 0 && !char.IsWhiteSpace(state.Text[position - 1]))
            position--;
        return position;
    }

    public static bool IsOnFirstLine(EditState state) => LineStart(state) == 0;

    public static bool IsOnLastLine(EditState state) => LineEnd(state) == state.Text.Length;

    /// <summary>The same column of the line above, in cells; the line's end where it is shorter.</summary>
    public static int LineUp(EditState state)
    {
        var start = LineStart(state);
        return start == 0 ? state.Cursor : AtColumn(state, LineStart(state with { Cursor = start - 1 }), Column(state));
    }

    public static int LineDown(EditState state)
    {
        var end = LineEnd(state);
        return end == state.Text.Length ? state.Cursor : AtColumn(state, end + 1, Column(state));
    }

    private static int Column(EditState state) => CellWidth.Measure(state.Text.AsSpan(LineStart(state)..state.Cursor));

    private static int AtColumn(EditState state, int lineStart, int column)
    {
        var line = new EditState(state.Text, lineStart);
        var end = LineEnd(line);
        for (var cells = 0; line.Cursor < end; line = line.MoveTo(NextElement(line)))
        {
            cells += CellWidth.MeasureElement(line.Text.AsSpan(line.Cursor..NextElement(line)));
            if (cells > column)
                break;
        }

        return line.Cursor;
    }

    /// <summary>Surrogates and marks belong to the words they stand in.</summary>
    private static bool IsWord(char unit) =>
        char.IsLetterOrDigit(unit) || unit == '_' || char.IsSurrogate(unit)
        || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
