namespace Graph.Query.Syntax;

/// <summary>The procedures that SHOW calls.</summary>
internal static class ListingNames
{
    public const string Functions = "dbms.functions";
    public const string Procedures = "dbms.procedures";
}
