namespace Graph.Postgres;

/// <summary>What a push sent.</summary>
/// <param name="Pieces">Of how many pieces the tables are.</param>
/// <param name="Kept">How many of them were there, from a push that was stopped.</param>
public sealed record PushResult(int Pieces, int Kept);
