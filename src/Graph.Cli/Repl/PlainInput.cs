using System.Runtime.InteropServices;
using System.Text;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>Inputs from a terminal that nothing can be painted on: whole lines, as the terminal itself lets them be edited.</summary>
internal sealed class PlainInput(TextReader reader, TextWriter output, string prompt, string continuationPrompt) : IInputReader
{
    private volatile bool isAbandoned;

    public string? Read()
    {
        // Ctrl-C takes back what was begun; the terminal drops the line at hand itself.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            isAbandoned = true;
            Show($"\n{prompt}");
        });
        var text = new StringBuilder();
        Show(prompt);
        while (reader.ReadLine() is { } line)
        {
            if (isAbandoned)
                text.Clear();
            isAbandoned = false;
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
            if (PromptInput.IsComplete(text.ToString()) && !string.IsNullOrWhiteSpace(text.ToString()))
                return text.ToString();
            if (string.IsNullOrWhiteSpace(text.ToString()))
                text.Clear();
            Show(text.Length == 0 ? prompt : continuationPrompt);
        }

        return null;
    }

    private void Show(string text)
    {
        output.Write(text);
        output.Flush();
    }
}
