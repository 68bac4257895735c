using System.Text;
using Graph.Cli.Rendering;

namespace Graph.Cli.Sessions;

/// <summary>A folder that takes each result as a file of its own, named by the statement.</summary>
internal sealed class ResultFolder(string path)
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="label">What the file is called, without its ending; a number is added where another has the name.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public ResultFile Create(string label, OutputFormat format)
    {
        Directory.CreateDirectory(path);
        var name = label;
        for (var number = 2; !taken.Add(name); number++)
            name = $"{label}-{number}";
        return new ResultFile(Path.Combine(path, $"{name}{OutputFormats.GetEnding(format)}"));
    }
}

/// <summary>A file that is there only when it is whole: it is written under another name, and renamed.</summary>
internal sealed class ResultFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private bool isWhole;

    public ResultFile(string path)
    {
        this.path = path;
        temporary = $"{path}.{Environment.ProcessId}.part";
        Writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    public TextWriter Writer { get; }

    public void Commit() => isWhole = true;

    public static void Write(string path, string text)
    {
        using var file = new ResultFile(path);
        file.Writer.Write(text);
        file.Commit();
    }

    public void Dispose()
    {
        Writer.Dispose();
        if (isWhole)
            File.Move(temporary, path, overwrite: true);
        else
            File.Delete(temporary);
    }
}
