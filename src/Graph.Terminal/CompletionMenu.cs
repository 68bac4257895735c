namespace Graph.Terminal;

/// <summary>The choices that Tab opened: Tab and Shift-Tab walk through them, each taking its place in the text as it is reached.</summary>
/// <param name="beforeTab">What Escape goes back to.</param>
/// <param name="origin">The state with what all choices have in common in place.</param>
internal sealed class CompletionMenu(EditState beforeTab, EditState origin, Completion completion)
{
    private const int VisibleRows = 8;

    private int selected = -1;

    public EditState BeforeTab => beforeTab;

    /// <summary>The state with the next choice (or the one before) in place; after the last comes what was typed.</summary>
    public EditState Step(int direction)
    {
        var places = completion.Items.Count + 1;
        selected = (selected + 1 + direction + places) % places - 1;
        return selected < 0 ? origin : completion.Insert(origin, completion.Items[selected].Text);
    }

    public void Show(FrameBuilder frame, int width)
    {
        var cellWidth = Math.Min(width, completion.Items.Max(item => CellWidth.Measure(Label(item))) + 2);
        var columns = Math.Max(1, width / cellWidth);
        var rows = (completion.Items.Count + columns - 1) / columns;
        var top = Math.Clamp(Math.Max(0, selected) / columns - VisibleRows / 2, 0, Math.Max(0, rows - VisibleRows));
        for (var row = top; row < Math.Min(rows, top + VisibleRows); row++)
        {
            frame.BreakLine();
            for (var index = row * columns; index < Math.Min(completion.Items.Count, (row + 1) * columns); index++)
                ShowItem(frame, index, cellWidth, isLast: index % columns == columns - 1);
        }

        if (rows <= VisibleRows)
            return;

        frame.BreakLine();
        frame.Append($"({completion.Items.Count} choices)", TextStyle.Faint);
    }

    private void ShowItem(FrameBuilder frame, int index, int cellWidth, bool isLast)
    {
        var item = completion.Items[index];
        frame.Append(item.Text, index == selected ? TextStyle.Selected : TextStyle.Plain);
        if (item.Description is { } description)
            frame.Append($" {description}", TextStyle.Faint);
        if (!isLast)
            frame.Append(new string(' ', Math.Max(0, cellWidth - CellWidth.Measure(Label(item)))), TextStyle.Plain);
    }

    private static string Label(CompletionItem item) => item.Description is null ? item.Text : $"{item.Text} {item.Description}";
}
