namespace Graph.Terminal;

public enum EditOutcome
{
    /// <summary>The text is whole.</summary>
    Submitted,

    /// <summary>Ctrl-C: forget this text and begin anew.</summary>
    Cancelled,

    /// <summary>Ctrl-D on nothing, or no more input.</summary>
    EndOfInput,
}

public readonly record struct EditResult(EditOutcome Outcome, string Text);

/// <param name="IsComplete">Whether Enter ends the input; else it begins a new line.</param>
public sealed record LineEditorOptions(
    History History,
    string Prompt,
    string ContinuationPrompt,
    Func<string, bool> IsComplete,
    Func<string, IReadOnlyList<StyledSpan>> Highlight,
    CompletionSource Complete,
    bool UseColor)
{
    /// <summary>How a text may go on; shown behind it, and taken with Right. Null for no idea. Without colours it is not shown.</summary>
    public Func<string, string?> Suggest { get; init; } = _ => null;
}

/// <summary>
/// Reads one input of one or several lines from a terminal, with the keys that readline users have in their fingers.
/// Knows no console: keys come from a source, and what is shown goes to a screen.
/// </summary>
public sealed class LineEditor(IKeySource keys, IScreen screen, LineEditorOptions options, Action? suspend = null)
{
    private const string Indent = "    ";

    private readonly Lock gate = new();
    private readonly KeyDecoder decoder = new(keys);
    private readonly TextEditing editing = new();
    private readonly UndoStack undo = new();
    private readonly ScreenPainter painter = new(screen);
    private EditState state;
    private CompletionMenu? menu;
    private ReverseSearch? search;
    private string suggestion = "";

    /// <summary>What is being edited, or was when the last input ended.</summary>
    public EditState State => state;

    public EditResult ReadLine()
    {
        lock (gate)
            Begin();
        screen.Resized = Repaint;
        try
        {
            return ReadUntilDone();
        }
        finally
        {
            screen.Resized = null;
        }
    }

    private void Begin()
    {
        state = EditState.Empty;
        menu = null;
        search = null;
        undo.Clear();
        options.History.Rewind();
    }

    private EditResult ReadUntilDone()
    {
        while (true)
        {
            if (!decoder.IsBusy)
                Repaint();
            var key = decoder.Read();
            if (suspend is not null && key is { IsControl: true, Character: 'z' })
            {
                Suspend(suspend);
                continue;
            }

            lock (gate)
            {
                if (Handle(key) is { } outcome)
                    return Finish(outcome);
            }
        }
    }

    /// <summary>The text is left above the shell's, and painted anew below it afterwards.</summary>
    private void Suspend(Action suspend)
    {
        lock (gate)
        {
            suggestion = "";
            painter.Paint(CreateFrame(state.MoveTo(state.Text.Length)));
            painter.Finish();
        }

        suspend();
    }

    private EditResult Finish(EditOutcome outcome)
    {
        menu = null;
        search = null;
        suggestion = "";
        painter.Paint(CreateFrame(state.MoveTo(state.Text.Length)));
        painter.Finish(outcome == EditOutcome.Cancelled ? "^C" : "");
        return new EditResult(outcome, state.Text);
    }

    private void Repaint()
    {
        lock (gate)
        {
            suggestion = FindSuggestion();
            painter.Paint(CreateFrame(search?.Match ?? state));
        }
    }

    /// <summary>Only behind the end of a text that somebody writes on.</summary>
    private string FindSuggestion()
    {
        if (!options.UseColor || menu is not null || search is not null || state.Text.Length == 0 || state.Cursor < state.Text.Length)
            return "";

        var whole = options.Suggest(state.Text);
        return whole is not null && whole.Length > state.Text.Length && whole.StartsWith(state.Text, StringComparison.Ordinal)
            ? whole[state.Text.Length..]
            : "";
    }

    private EditOutcome? Handle(KeyPress key)
    {
        if (key.Kind == KeyKind.EndOfInput)
            return EditOutcome.EndOfInput;
        if (search is not null && HandleInSearch(key))
            return null;
        if (key is { Key: ConsoleKey.Tab })
        {
            // Where a line begins there is nothing to complete, and the Tab may be one of a pasted text.
            if (menu is null && StandsBehindBlanks(state))
                Change(state.Insert(Indent), isTyping: true);
            else
                Complete(key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? -1 : 1);
            return null;
        }

        if (menu is not null && key is { Key: ConsoleKey.Escape })
        {
            Change(menu.BeforeTab);
            menu = null;
            return null;
        }

        menu = null;
        if (suggestion.Length > 0 && state.Cursor == state.Text.Length && IsTaking(key))
        {
            Change(state.Insert(suggestion));
            return null;
        }

        return key switch
        {
            { Key: ConsoleKey.Enter, Modifiers: ConsoleModifiers.None } when options.IsComplete(state.Text) => EditOutcome.Submitted,
            { IsControl: true, Character: 'c' } => EditOutcome.Cancelled,
            { IsControl: true, Character: 'd' } when state.Text.Length == 0 => EditOutcome.EndOfInput,
            _ => Edit(key),
        };
    }

    private static bool StandsBehindBlanks(EditState shown)
    {
        var before = shown.Text.AsSpan(0, shown.Cursor);
        return before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }

    private static bool IsTaking(KeyPress key) =>
        key is { Key: ConsoleKey.RightArrow, Modifiers: ConsoleModifiers.None } or { Key: ConsoleKey.End }
            or { IsControl: true, Character: 'f' or 'e' };

    private EditOutcome? Edit(KeyPress key)
    {
        switch (key)
        {
            case { IsControl: true, Character: 'r' }:
                search = new ReverseSearch(options.History);
                break;
            case { IsControl: true, Character: 'l' }:
                painter.Clear();
                break;
            case { IsControl: true, Character: '_' } or { IsAlt: true, Character: 'z' }:
                state = undo.Undo(state);
                break;
            case { IsControl: true, Character: 'p' } or { Key: ConsoleKey.PageUp }:
            case { Key: ConsoleKey.UpArrow } when Motion.IsOnFirstLine(state):
                Recall(options.History.Previous(state.Text));
                break;
            case { IsControl: true, Character: 'n' } or { Key: ConsoleKey.PageDown }:
            case { Key: ConsoleKey.DownArrow } when Motion.IsOnLastLine(state):
                Recall(options.History.Next(state.Text));
                break;
            default:
                Change(editing.Apply(state, key) ?? state, isTyping: key.Kind == KeyKind.Text);
                break;
        }

        return null;
    }

    private void Change(EditState next, bool isTyping = false)
    {
        undo.Record(state, next, isTyping);
        state = next;
    }

    private void Recall(string? entry)
    {
        if (entry is not null)
            Change(EditState.AtEnd(entry));
    }

    private void Complete(int direction)
    {
        if (menu is not null)
        {
            Change(menu.Step(direction));
            return;
        }

        var completion = options.Complete(state.Text, state.Cursor);
        if (completion.Items.Count == 0)
            return;

        var before = state;
        Change(completion.InsertCommonPrefix(state));
        if (completion.Items.Count > 1)
            menu = new CompletionMenu(before, state, completion.Extend(state.Text.Length - before.Text.Length));
    }

    /// <summary>True if the key was for the search; any other key takes what was found and then does its own work.</summary>
    private bool HandleInSearch(KeyPress key)
    {
        switch (key)
        {
            case { Kind: KeyKind.Text }:
                search!.Type(key.Text);
                return true;
            case { Key: ConsoleKey.Backspace } or { IsControl: true, Character: 'h' }:
                search!.Erase();
                return true;
            case { IsControl: true, Character: 'r' }:
                search!.Older();
                return true;
            case { IsControl: true, Character: 's' }:
                search!.Newer();
                return true;
            case { Key: ConsoleKey.Escape } or { IsControl: true, Character: 'g' or 'c' }:
                search = null;
                return true;
            default:
                if (search!.Match is { } match)
                    Change(match);
                search = null;
                return false;
        }
    }

    private Frame CreateFrame(EditState shown)
    {
        var prompt = search is null ? options.Prompt : $"({(search.HasFailed ? "nothing has" : "search")} '{search.Sought}') ";
        return EditorView.Create(shown, prompt, search is null ? suggestion : "", menu, options, screen.Width).Clip(screen.Height);
    }
}
