namespace Graph.Cli.Repl;

/// <summary>Where the prompt's inputs come from: statements and commands, each whole.</summary>
internal interface IInputReader
{
    /// <summary>The next input; null when there are no more.</summary>
    string? Read();
}
