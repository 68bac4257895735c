using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Inputs from a terminal, through the line editor; each is added to the history.</summary>
internal sealed class EditorInput(Func<ITerminal> openTerminal, LineEditorOptions options, HistoryFile? file, TextWriter error)
    : IInputReader
{
    private HistoryFile? file = file;

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
        return new LineEditor(terminal, terminal, options, terminal.Suspend).ReadLine();
    }

    /// <summary>
    /// A statement is worth more than its place in the history, so a history that cannot be written is told once and given up.
    /// </summary>
    private void Remember(string text)
    {
        if (!options.History.Add(text) || file is null)
            return;

        try
        {
            file.Append(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.Write("The history cannot be written, so the next session will not know this one.\n");
            file = null;
        }
    }
}
