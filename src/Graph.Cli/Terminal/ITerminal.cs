namespace Graph.Cli.Terminal;

/// <summary>A terminal that was taken for editing; disposing gives it back.</summary>
internal interface ITerminal : IKeySource, IScreen, IDisposable;
