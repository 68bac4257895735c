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

/// <summary>The text of a result, in a file that is there only when it is whole.</summary>
internal sealed class ResultFile : IDisposable
{
    private readonly WholeFile file;

    public ResultFile(string path)
    {
        file = new WholeFile(path);
        Writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            NewLine = "\n"
        };
    }

    public TextWriter Writer { get; }

    public void Commit()
    {
        Writer.Flush();
        file.Commit();
    }

    public void Dispose()
    {
        try
        {
            Writer.Dispose();
        }
        finally
        {
            file.Dispose();
        }
    }
}
