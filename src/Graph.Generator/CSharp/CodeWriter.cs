using System.Text;

namespace Graph.Generator.CSharp;

/// <summary>Writes C# line by line; knows indentation and documentation comments, and nothing of what it writes.</summary>
internal sealed class CodeWriter
{
    private const int LineLength = 140;

    private readonly StringBuilder text = new();
    private int depth;
    private bool needsSpace;

    public override string ToString() => text.ToString();

    public void Line(string line)
    {
        if (needsSpace && line.Length > 0)
            text.Append('\n');
        needsSpace = false;
        if (line.Length > 0)
            text.Append(' ', depth * 4).Append(line);
        text.Append('\n');
    }

    /// <summary>A line that starts a member: an empty line goes before it unless it is the first of its block.</summary>
    public void Space() => needsSpace = true;

    /// <summary>Text that is not indented, such as the content of a raw string.</summary>
    public void Verbatim(string content) => text.Append(content).Append('\n');

    public void Block(string header, Action body, string close = "}")
    {
        Line(header);
        Line("{");
        Indented(body);
        Line(close);
        Space();
    }

    /// <summary>The head of a member with its parameters, one on a line where they do not fit on it.</summary>
    public void Signature(string head, IReadOnlyList<string> parameters, string tail)
    {
        var whole = $"{head}({string.Join(", ", parameters)}){tail}";
        if (depth * 4 + whole.Length <= LineLength)
        {
            Line(whole);
            return;
        }

        Line($"{head}(");
        Indented(() =>
        {
            for (var i = 0; i < parameters.Count; i++)
                Line(parameters[i] + (i + 1 < parameters.Count ? "," : $"){tail}"));
        });
    }

    public void Indented(Action body)
    {
        depth++;
        body();
        needsSpace = false;
        depth--;
    }

    public void Summary(string description) => Line($"/// <summary>{Escape(description)}</summary>");

    public void Parameter(string name, string description) =>
        Line($"/// <param name=\"{name.TrimStart('@')}\">{Escape(description)}</param>");

    public static string Escape(string description) =>
        CSharpText.Comment(description).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
