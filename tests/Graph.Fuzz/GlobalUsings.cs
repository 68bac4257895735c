global using System.Collections.Immutable;
global using Graph.Core;
global using Graph.Testing;
