namespace Graph.Export;

/// <summary>Whether an article simply states a fact. No picture may show one that it does not like any other.</summary>
/// <param name="Certainty"><c>claimed</c>, <c>speculated</c>, <c>negated</c>; empty for a fact that is stated.</param>
/// <param name="ClaimedBy">Who says it, as the article's annotation names them; empty where the article does.</param>
internal readonly record struct FactStatus(string Certainty, string ClaimedBy)
{
    public bool IsStated => Certainty.Length == 0 && ClaimedBy.Length == 0;

    public bool IsNegated => Certainty == "negated";

    /// <summary><c>claimed by tokayev</c>, <c>speculated</c>; empty for a fact that is stated.</summary>
    public string Remark => ClaimedBy.Length > 0
        ? Certainty is "" or "claimed" ? $"claimed by {ClaimedBy}" : $"{Certainty}, claimed by {ClaimedBy}"
        : Certainty;

    public static FactStatus Of(GraphStore store, int edge) => new(
        PlainText.Format(store.GetEdgeProperty(edge, "certainty")), DescribeClaimant(store, store.GetEdgeProperty(edge, "claimedBy")));

    /// <summary>By the name that the key of an entity stands for.</summary>
    private static string DescribeClaimant(GraphStore store, Value claimant) =>
        claimant.Kind == ValueKind.String && store.FindNodes(StoreNames.Key, claimant.AsString()) is [var node]
            ? Captions.Get(store, node)
            : PlainText.Format(claimant);
}
