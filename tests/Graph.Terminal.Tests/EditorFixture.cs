namespace Graph.Terminal.Tests;

/// <summary>An editor on a fake terminal, whose Enter ends the input at a semicolon.</summary>
internal sealed class EditorFixture
{
    public EditorFixture(int width = 40, int height = 10, IEnumerable<string>? history = null, CompletionSource? complete = null)
    {
        Terminal = new FakeTerminal(width, height);
        History = new History(history ?? []);
        var options = new LineEditorOptions(
            History,
            "> ",
            ". ",
            text => text.EndsWith(';'),
            _ => [],
            complete ?? ((_, _) => Completion.None),
            UseColor: false);
        Editor = new LineEditor(Terminal, Terminal, options);
    }

    public FakeTerminal Terminal { get; }

    public History History { get; }

    public LineEditor Editor { get; }

    /// <summary>Presses keys and reads one input; when the keys run out, that ends the input.</summary>
    public EditResult Read(string keys)
    {
        Terminal.Press(keys);
        return Editor.ReadLine();
    }

    /// <summary>The text after the keys, with <c>|</c> where the cursor stands.</summary>
    public string ReadState(string keys)
    {
        Read(keys);
        return Editor.State.Text.Insert(Editor.State.Cursor, "|");
    }

    /// <summary>The screen after the keys, with <c>|</c> where the cursor stands.</summary>
    public string ReadScreen(string keys)
    {
        Read(keys);
        return Terminal.Seen;
    }
}
