import java.awt.Color;
import java.awt.Font;
import java.io.File;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.spi.Exporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantOriginalColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Draws a graph file as Gephi's Preview does, with the positions, colours and sizes that stand in it.
 * `java -cp gephi-toolkit-all.jar GephiRender.java graph.gexf picture.svg|picture.pdf`, which need no screen
 */
public class GephiRender {
  public static void main(String[] arguments) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());

    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    Graph graph = model.getGraph();
    PreviewModel preview = Lookup.getDefault().lookup(PreviewController.class).getModel();
    PreviewProperties properties = preview.getProperties();
    properties.putValue(PreviewProperty.BACKGROUND_COLOR, Color.WHITE);
    properties.putValue(PreviewProperty.SHOW_NODE_LABELS, Boolean.TRUE);
    properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("SansSerif", Font.PLAIN, 10));
    properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, Boolean.TRUE);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 3f);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 70f);
    properties.putValue(PreviewProperty.NODE_LABEL_COLOR, new DependantOriginalColor(new Color(30, 30, 30)));
    properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0.5f);
    properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
    properties.putValue(PreviewProperty.EDGE_OPACITY, 80f);
    properties.putValue(PreviewProperty.EDGE_THICKNESS, 2.5f);
    properties.putValue(PreviewProperty.EDGE_CURVED, Boolean.TRUE);
    properties.putValue(PreviewProperty.ARROW_SIZE, 3f);
    Lookup.getDefault().lookup(PreviewController.class).refreshPreview();

    ExportController exporter = Lookup.getDefault().lookup(ExportController.class);
    String extension = arguments[1].substring(arguments[1].lastIndexOf('.') + 1);
    Exporter format = exporter.getExporter(extension);
    if (format == null) throw new IllegalArgumentException("expected .svg or .pdf, got " + arguments[1]);
    exporter.exportFile(new File(arguments[1]), format);
    System.out.println(graph.getNodeCount() + " nodes, " + graph.getEdgeCount() + " edges: " + arguments[1]);
    System.exit(0);
  }
}
