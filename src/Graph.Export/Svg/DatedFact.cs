namespace Graph.Export;

/// <summary>A fact with the days it may fall on; an open side is as far as the picture goes.</summary>
internal sealed record DatedFact(int Edge, string Type, CalendarDay Start, CalendarDay End, bool IsOpen)
{
    /// <summary>The dated facts of a selection, and the number of those without a date. Mentions have none by their nature.</summary>
    public static (List<DatedFact> Facts, int Undated) Find(GraphSelection selection)
    {
        var store = selection.Store;
        var facts = selection.Edges.ToArray().Where(edge => store.GetEdgeTable(edge).Type != StoreNames.MentionType).ToList();
        var periods = facts
            .Select(edge => (Edge: edge, Period: FactPeriod.Find(store, edge)))
            .Where(fact => fact.Period is not null)
            .ToList();
        var days = periods.SelectMany(fact => new[] { fact.Period!.Start, fact.Period.End }).OfType<CalendarDay>().ToList();
        if (days.Count == 0)
            return ([], facts.Count);

        var (first, last) = (days.Min(), days.Max());
        var dated = periods.Select(fact => new DatedFact(
            fact.Edge,
            store.GetEdgeTable(fact.Edge).Type,
            fact.Period!.Start ?? first,
            fact.Period.End ?? last,
            fact.Period.Start is null || fact.Period.End is null));
        return ([.. dated.OrderBy(fact => fact.Start).ThenBy(fact => fact.End).ThenBy(fact => fact.Edge)], facts.Count - periods.Count);
    }
}
