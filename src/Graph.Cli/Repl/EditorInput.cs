using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Inputs from a terminal, through the line editor; each is added to the history.</summary>
internal sealed class EditorInput(Func<ITerminal> openTerminal, LineEditorOptions options, HistoryFile? file) : IInputReader
{
    public string? Read()
    {
        while (true)
        {
            var (outcome, text) = ReadLine();
            switch (outcome)
            {
                case EditOutcome.EndOfInput:
                    return null;
                case EditOutcome.Submitted when !string.IsNullOrWhiteSpace(text):
                    Remember(text.TrimEnd());
                    return text;
            }
        }
    }

    private EditResult ReadLine()
    {
        using var terminal = openTerminal();
        return new LineEditor(terminal, terminal, options).ReadLine();
    }

    private void Remember(string text)
    {
        if (options.History.Add(text))
            file?.Append(text);
    }
}
