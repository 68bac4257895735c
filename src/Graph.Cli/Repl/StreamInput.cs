using System.Text;

namespace Graph.Cli.Repl;

/// <summary>Inputs from a file or a pipe: lines up to the semicolon that ends a statement; the last statement may go without.</summary>
internal sealed class StreamInput(TextReader reader) : IInputReader
{
    public string? Read()
    {
        var text = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            if (text.Length == 0 && string.IsNullOrWhiteSpace(line))
                continue;
            if (text.Length == 0 && InputRules.IsCommand(line))
                return line;

            text.Append(line).Append('\n');
            if (line.Contains(';') && InputRules.EndsWithStatement(text.ToString()))
                break;
        }

        return text.Length > 0 ? text.ToString() : null;
    }
}
