package band.civic.electionfinance.netfile.xlsx;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of a workbook, event by event. Broken XML is [BadSourceData] naming the file and the part.
final class XmlPart implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  private final String where;
  private final InputStream in;
  private final XMLStreamReader xml;
  private int event;

  /// @param where file and part, for messages
  XmlPart(String where, InputStream in) {
    this.where = where;
    this.in = in;
    try {
      this.xml = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory;
  }

  /// Moves to the next event; false at the end.
  boolean next() {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      event = xml.next();
      return true;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  boolean starts() {
    return event == XMLStreamConstants.START_ELEMENT;
  }

  boolean starts(String element) {
    return starts() && name().equals(element);
  }

  boolean ends() {
    return event == XMLStreamConstants.END_ELEMENT;
  }

  boolean ends(String element) {
    return ends() && name().equals(element);
  }

  boolean isText() {
    return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
  }

  String name() {
    return xml.getLocalName();
  }

  void appendTextTo(StringBuilder text) {
    try {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } catch (RuntimeException e) {
      // the parser reads text lazily and wraps what it finds there
      throw broken(e);
    }
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  String attributeName(int index) {
    return xml.getAttributeLocalName(index);
  }

  String attribute(int index) {
    return xml.getAttributeValue(index);
  }

  /// The attribute of that local name, `""` when absent.
  String attribute(String localName) {
    for (var i = 0; i < attributes(); i++) {
      if (attributeName(i).equals(localName)) {
        return attribute(i);
      }
    }
    return "";
  }

  /// Skips the rest of the element just started.
  void skipElement() {
    var depth = 1;
    while (depth > 0 && next()) {
      depth += starts() ? 1 : ends() ? -1 : 0;
    }
  }

  private BadSourceData broken(Exception cause) {
    return new BadSourceData(where + " is damaged (" + cause.getMessage() + "). Fetch the file again.", cause);
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw broken(e);
    }
  }
}
