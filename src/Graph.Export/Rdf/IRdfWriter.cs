namespace Graph.Export;

/// <summary>A notation of RDF: what is said of one subject after the other.</summary>
internal interface IRdfWriter
{
    void Begin(string subject);

    /// <summary>One triple of the subject that was begun. Equal predicates follow each other.</summary>
    void Add(string predicate, RdfTerm value);

    void End();
}
