namespace Graph.Terminal;

/// <summary>What the editor looks like in a given state: prompt, highlighted text, and the menu below it.</summary>
internal static class EditorView
{
    public static Frame Create(
        EditState state, string prompt, string suggestion, CompletionMenu? menu, LineEditorOptions options, int width)
    {
        var frame = new FrameBuilder(width, options.UseColor);
        frame.Append(prompt, TextStyle.Prompt);
        AppendText(frame, state, options);
        AppendSuggestion(frame, suggestion);
        menu?.Show(frame, width);
        return frame.Build();
    }

    /// <summary>Its first line; more would jump about under what is written.</summary>
    private static void AppendSuggestion(FrameBuilder frame, string suggestion)
    {
        var lineEnd = suggestion.IndexOf('\n');
        frame.Append(lineEnd < 0 ? suggestion : $"{suggestion.AsSpan(0, lineEnd)} ...", TextStyle.Faint);
    }

    private static void AppendText(FrameBuilder frame, EditState state, LineEditorOptions options)
    {
        var position = 0;
        foreach (var (start, end, style) in options.Highlight(state.Text))
        {
            AppendRun(frame, state, position, start, TextStyle.Plain, options);
            AppendRun(frame, state, start, end, style, options);
            position = end;
        }

        AppendRun(frame, state, position, state.Text.Length, TextStyle.Plain, options);
        if (state.Cursor == state.Text.Length)
            frame.MarkCursor();
    }

    /// <summary>A part of one style, which may run over several lines and hold the cursor.</summary>
    private static void AppendRun(FrameBuilder frame, EditState state, int start, int end, TextStyle style, LineEditorOptions options)
    {
        while (start < end)
        {
            var lineEnd = state.Text.IndexOf('\n', start, end - start);
            var stop = lineEnd < 0 ? end : lineEnd;
            AppendWithCursor(frame, state, start, stop, style);
            start = stop;
            if (lineEnd < 0)
                continue;

            if (state.Cursor == lineEnd)
                frame.MarkCursor();
            frame.BreakLine();
            frame.Append(options.ContinuationPrompt, TextStyle.Faint);
            start++;
        }
    }

    private static void AppendWithCursor(FrameBuilder frame, EditState state, int start, int end, TextStyle style)
    {
        var text = state.Text.AsSpan();
        if (state.Cursor < start || state.Cursor >= end)
        {
            frame.Append(text[start..end], style);
            return;
        }

        frame.Append(text[start..state.Cursor], style);
        frame.MarkCursor();
        frame.Append(text[state.Cursor..end], style);
    }
}
