namespace Graph.Terminal;

/// <summary>A terminal that was taken for editing; disposing gives it back.</summary>
public interface ITerminal : IKeySource, IScreen, IDisposable;
