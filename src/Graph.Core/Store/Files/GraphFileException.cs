namespace Graph.Core;

/// <summary>A stored graph that cannot be read or written: not there, of another format or version, damaged, or in use.</summary>
public sealed class GraphFileException(string path, string problem, Exception? cause = null) : IOException($"{path}: {problem}", cause)
{
    /// <summary>The folder of the graph or the file in it, as the user named it.</summary>
    public string Path => path;

    /// <summary>What is wrong and what to do, without the path.</summary>
    public string Problem => problem;
}

/// <summary>A file of a stored graph that is not what was written.</summary>
public readonly record struct GraphFileProblem(string File, string Message);
